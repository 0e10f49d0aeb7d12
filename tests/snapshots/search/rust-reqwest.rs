// Search a catalogue
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let response = Client::new()
        .get("https://api.example.com/v1/catalogues/books/items")
        .query(&[("q", "café & crème"), ("tag", "cooking"), ("tag", "french"), ("limit", "10")])
        .timeout(Duration::from_secs(30))
        .header("X-Request-Id", "docs-0001")
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["items"][0]["title"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
