// QwQ-32B chat completion
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: MKEAI_API_KEY=... cargo run --quiet

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let mkeai_api_key = env::var("MKEAI_API_KEY").context("MKEAI_API_KEY is not set")?;

    let body = serde_json::json!({
        "model": "QwQ-32B",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": true
    });
    let client = Client::builder().timeout(Duration::from_secs(120)).build()?;
    let response = client
        .post("https://api.mkeai.com/v1/chat/completions")
        .bearer_auth(&mkeai_api_key)
        .json(&body)
        .send()?;
    let status = response.status();
    if !status.is_success() {
        anyhow::bail!("HTTP {status}: {}", response.text()?);
    }
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
