//! The accept loop, on loopback only.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use crate::service::Service;
use crate::{App, Config};

/// A sandbox whose port is open and whose requests wait for [`Sandbox::serve`].
#[derive(Debug)]
pub struct Sandbox {
    listener: TcpListener,
    address: SocketAddr,
    app: Arc<App>,
}

impl Sandbox {
    /// Opens a port of 127.0.0.1; 0 takes any free one.
    ///
    /// # Errors
    /// The operating system's, if the port cannot be had.
    pub async fn bind(port: u16, config: Config) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let app = Arc::new(App {
            config,
            ..App::default()
        });
        Ok(Self {
            listener,
            address,
            app,
        })
    }

    /// Where it serves.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a person who started it needs to know: the address on the first line, then pages and accounts.
    #[must_use]
    pub fn greeting(&self) -> String {
        let url = format!("http://{}", self.address);
        let config = &self.app.config;
        let agents = config.agents.iter().map(|agent| {
            format!(
                "{} (extension {}, password {})",
                agent.name, agent.extension, agent.password
            )
        });
        let campaigns = config
            .campaigns
            .iter()
            .map(|campaign| format!("{} (caller ID {})", campaign.name, campaign.did));
        format!(
            "uContact sandbox: {url}\n\
             \n  Contacts    {url}/crm/contacts         {url}/crm/strict/contacts\
             \n  React app   {url}/crm/react            {url}/crm/strict/react\
             \n  Softphone   {url}/softphone\
             \n  Journal     {url}/sandbox/journal\
             \n\n  Token       {}\
             \n  Agents      {}\
             \n  Campaigns   {}\n",
            config.token,
            agents.collect::<Vec<_>>().join(", "),
            campaigns.collect::<Vec<_>>().join(", "),
        )
    }

    /// Answers until the process ends.
    pub async fn serve(self) {
        let service = Service::new(self.app);
        loop {
            match self.listener.accept().await {
                Ok((stream, _)) => drop(tokio::spawn(connection(stream, service.clone()))),
                Err(error) => {
                    // Out of file handles, most likely: spinning would only keep it so.
                    tracing::warn!(%error, "cannot accept");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }
}

async fn connection(stream: TcpStream, service: Service) {
    let served = http1::Builder::new().serve_connection(
        TokioIo::new(stream),
        service_fn(move |request| service.clone().answer(request)),
    );
    if let Err(error) = served.await {
        tracing::debug!(%error, "connection ended");
    }
}
