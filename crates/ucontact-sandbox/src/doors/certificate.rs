//! A throw-away certificate for this machine's own addresses; its key never leaves the process.

use std::fmt;
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

use super::Protocol;

/// A self-signed certificate and its key.
pub(super) struct Certificate {
    made: CertifiedKey<rcgen::KeyPair>,
    pub(super) pem: String,
}

/// Why there is no certificate. Neither can happen with constant names and a key just made.
#[derive(Debug, thiserror::Error)]
pub(super) enum CertificateError {
    #[error(transparent)]
    Make(#[from] rcgen::Error),
    #[error(transparent)]
    Use(#[from] rustls::Error),
}

impl Certificate {
    pub(super) fn new() -> Result<Self, CertificateError> {
        let names = ["127.0.0.1", "localhost"].map(str::to_owned);
        let made = generate_simple_self_signed(names)?;
        let pem = made.cert.pem();
        Ok(Self { made, pem })
    }

    /// Accepts TLS and offers exactly one protocol: browsers take what the server wants.
    pub(super) fn acceptor(&self, protocol: Protocol) -> Result<TlsAcceptor, CertificateError> {
        let key = PrivatePkcs8KeyDer::from(self.made.signing_key.serialize_der());
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![self.made.cert.der().clone()],
                PrivateKeyDer::Pkcs8(key),
            )?;
        config.alpn_protocols = match protocol {
            Protocol::Http1 => vec![b"http/1.1".to_vec()],
            Protocol::Http2 => vec![b"h2".to_vec()],
        };
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate").finish_non_exhaustive()
    }
}
