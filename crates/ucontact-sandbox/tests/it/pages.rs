//! The pages: all there, strict where they say so, and complete.

use std::time::Duration;

use crate::common::{AGENT_CALL, CALL, read, start};

const PAGES: [&str; 6] = [
    "/",
    "/softphone",
    "/crm/contacts",
    "/crm/react",
    "/crm/strict/contacts",
    "/crm/strict/react",
];

/// What a page's or script's text names as files of this server.
fn files(text: &str) -> Vec<String> {
    let quoted = text.split('"').skip(1).step_by(2);
    quoted
        .filter(|it| it.starts_with("/assets/") || *it == "/crm/contacts.json")
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn every_page_and_every_file_it_loads_is_there() {
    let sandbox = start().await;
    let mut wanted: Vec<String> = PAGES.map(str::to_owned).to_vec();
    let mut seen = vec!["/favicon.ico".to_owned()];
    while let Some(path) = wanted.pop() {
        if seen.contains(&path) || path == "/assets/vendor/react.js" {
            continue;
        }
        let reply = sandbox.get(&path).await;
        assert_eq!(reply.status(), 200, "{path}");
        assert_eq!(reply.headers()["cache-control"], "no-store", "{path}");
        wanted.extend(files(&reply.text().await.unwrap()));
        seen.push(path);
    }
    assert!(seen.len() >= 18, "{seen:?}");
    assert_eq!(
        sandbox.get("/favicon.ico").await.headers()["content-type"],
        "image/svg+xml"
    );
    assert_eq!(sandbox.get("/assets/vendor/react.js").await.status(), 200);
    let journal = sandbox.journal().await;
    assert!(journal.iter().all(|entry| entry["matched"] == true));
}

#[tokio::test]
async fn the_strict_pages_and_no_others_carry_the_policy() {
    let sandbox = start().await;
    for path in PAGES {
        let reply = sandbox.get(path).await;
        let policy = reply
            .headers()
            .get("content-security-policy")
            .map(|it| it.to_str().unwrap());
        let wanted = path
            .contains("strict")
            .then_some("default-src 'self'; script-src 'self'");
        assert_eq!(policy, wanted, "{path}");
    }
}

#[tokio::test]
async fn nothing_is_inline() {
    let sandbox = start().await;
    for path in PAGES {
        let html = sandbox.get(path).await.text().await.unwrap();
        for inline in [
            "<style",
            "style=",
            "<script>",
            "<script type=\"module\">",
            " onclick",
            " onload",
            "javascript:",
        ] {
            assert!(!html.contains(inline), "{path} holds {inline}");
        }
    }
}

#[tokio::test]
async fn the_front_page_tells_what_to_sign_in_with() {
    let sandbox = start().await;
    let page = sandbox.get("/").await.text().await.unwrap();
    assert!(page.contains(
        "<dd><code>ana.perez</code>, extension <code>1001</code>, password <code>ana-demo</code></dd>"
    ));
}

#[tokio::test]
async fn the_contact_list_has_a_row_a_contact_and_a_filter() {
    let sandbox = start().await;
    let page = sandbox.get("/crm/contacts").await.text().await.unwrap();
    assert_eq!(page.matches("<tr data-contact=").count(), 24);
    assert_eq!(page.matches("<td class=\"phone\">").count(), 24);
    assert_eq!(page.matches("href=\"tel:").count(), 1);
    assert!(page.contains("<td class=\"phone\">+52 <b>55</b> 1234 5678</td>"));
    let found = sandbox
        .get("/crm/strict/contacts?q=%22%3Cb%3E")
        .await
        .text()
        .await
        .unwrap();
    assert_eq!(found.matches("<tr data-contact=").count(), 0);
    assert!(found.contains("value=\"&quot;&lt;b&gt;\""));
}

#[tokio::test]
async fn a_call_passes_its_phases_by_itself_and_by_hand() {
    let sandbox = start().await;
    let (_, id) = read(sandbox.form(AGENT_CALL, CALL)).await;
    let act = async |action: &str| {
        let url = sandbox.url(&format!("/sandbox/calls/{id}/{action}"));
        assert_eq!(sandbox.client.post(url).send().await.unwrap().status(), 204);
        sandbox.calls().await[0].clone()
    };
    assert_eq!(act("answer").await["phase"], "dialling");
    tokio::time::sleep(Duration::from_millis(2_600)).await;
    assert_eq!(sandbox.calls().await[0]["phase"], "talking");
    let ended = act("hangup").await;
    assert_eq!(ended["phase"], "ended");
    assert!(ended["elapsed_ms"].as_u64().unwrap() >= 2_600);
    let unknown = sandbox.url("/sandbox/calls/none/answer");
    assert_eq!(
        sandbox.client.post(unknown).send().await.unwrap().status(),
        404
    );
}
