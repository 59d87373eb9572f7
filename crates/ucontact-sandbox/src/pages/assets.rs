//! The files that the pages load, compiled in.

use std::sync::Arc;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

use crate::App;

/// A file, where it is served and as what.
pub(super) struct Asset {
    pub(super) path: &'static str,
    content_type: &'static str,
    content: &'static str,
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

macro_rules! asset {
    ($path:literal, $content_type:expr, $file:literal) => {
        Asset {
            path: $path,
            content_type: $content_type,
            content: include_str!(concat!("../../pages/", $file)),
        }
    };
}

pub(super) static ASSETS: [Asset; 13] = [
    asset!("/favicon.ico", SVG, "favicon.svg"),
    asset!("/assets/favicon.svg", SVG, "favicon.svg"),
    asset!("/assets/base.css", CSS, "base.css"),
    asset!("/assets/crm.css", CSS, "crm.css"),
    asset!("/assets/landing.css", CSS, "landing.css"),
    asset!("/assets/softphone.css", CSS, "softphone.css"),
    asset!("/assets/react/main.js", JS, "react/main.js"),
    asset!("/assets/react/app.js", JS, "react/app.js"),
    asset!("/assets/react/row.js", JS, "react/row.js"),
    asset!("/assets/softphone/main.js", JS, "softphone/main.js"),
    asset!("/assets/softphone/view.js", JS, "softphone/view.js"),
    asset!("/assets/softphone/number.js", JS, "softphone/number.js"),
    asset!("/assets/vendor/react.js", JS, "vendor/react.js"),
];

pub(super) fn router() -> Router<Arc<App>> {
    ASSETS.iter().fold(Router::new(), |router, asset| {
        router.route(
            asset.path,
            get(async || ([(CONTENT_TYPE, asset.content_type)], asset.content)),
        )
    })
}
