// QwQ-32B chat completion
// Install: cargo init && cargo add anyhow serde_json && cargo add ureq --features charset,json,multipart,platform-verifier
// Run: MKEAI_API_KEY=... cargo run --quiet

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::tls::{RootCerts, TlsConfig};

fn main() -> Result<()> {
    let mkeai_api_key = env::var("MKEAI_API_KEY").context("MKEAI_API_KEY is not set")?;

    let body = serde_json::json!({
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": true
    });
    let mut response = ureq::post("https://api.mkeai.com/v1/chat/completions")
        .config()
        .timeout_per_read(Some(Duration::from_secs(120)))
        .http_status_as_error(false)
        .max_redirects(0)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build()
        .header("Authorization", &format!("Bearer {mkeai_api_key}"))
        .header("Content-Type", "application/json")
        .send_json(&body)?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    if !status.is_success() {
        anyhow::bail!(
            "HTTP {status}: {}",
            location.map_or(response.body_mut().read_to_string()?, |to| format!("{to:?}")),
        );
    }
    let response = response.body_mut().as_reader();
    let mut rest = String::new();
    for line in BufReader::new(response).lines() {
        let line = line?;
        let Some(data) = line.strip_prefix("data:") else {
            rest += &line;
            continue;
        };
        let data = data.strip_prefix(' ').unwrap_or(data);
        if data == "[DONE]" {
            println!();
            return Ok(());
        }
        let delta = &serde_json::from_str::<Value>(data)?["choices"][0]["delta"];
        eprint!("{}", delta["reasoning_content"].as_str().unwrap_or_default());
        print!("{}", delta["content"].as_str().unwrap_or_default());
        io::stdout().flush()?;
        rest = line;
    }
    anyhow::bail!("The stream ended unexpectedly. {rest}");
}
