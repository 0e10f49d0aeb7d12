// QwQ-32B chat completion
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: MKEAI_API_KEY=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let mkeai_api_key = env::var("MKEAI_API_KEY").context("MKEAI_API_KEY is not set")?;

    let body = serde_json::json!({
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": false
    });
    let response = Client::new()
        .post("https://api.mkeai.com/v1/chat/completions")
        .timeout(Duration::from_secs(120))
        .bearer_auth(&mkeai_api_key)
        .json(&body)
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["choices"][0]["message"]["content"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
