// QwQ-32B chat completion
// Install: cargo init && cargo add anyhow serde_json && cargo add ureq --features charset,json,multipart,platform-verifier
// Run: MKEAI_API_KEY=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::tls::{RootCerts, TlsConfig};

fn main() -> Result<()> {
    let mkeai_api_key = env::var("MKEAI_API_KEY").context("MKEAI_API_KEY is not set")?;

    let body = serde_json::json!({
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": false
    });
    let mut response = ureq::post("https://api.mkeai.com/v1/chat/completions")
        .config()
        .timeout_global(Some(Duration::from_secs(120)))
        .http_status_as_error(false)
        .max_redirects(0)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build()
        .header("Authorization", &format!("Bearer {mkeai_api_key}"))
        .header("Content-Type", "application/json")
        .send_json(&body)?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    let answer = response.body_mut().read_to_string()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer} {location:?}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["choices"][0]["message"]["content"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
