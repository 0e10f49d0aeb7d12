// Search a catalogue
// Install: cargo init && cargo add anyhow serde_json && cargo add ureq --features charset,json,multipart,platform-verifier
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::tls::{RootCerts, TlsConfig};

fn main() -> Result<()> {
    let mut response = ureq::get("https://api.example.com/v1/catalogues/books/items")
        .config()
        .timeout_global(Some(Duration::from_secs(30)))
        .http_status_as_error(false)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build()
        .query_pairs([
            ("q", "café & crème"),
            ("tag", "cooking"),
            ("tag", "french"),
            ("limit", "10"),
        ])
        .header("X-Request-Id", "docs-0001")
        .call()?;
    let status = response.status();
    let answer = response.body_mut().read_to_string()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["items"][0]["title"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
