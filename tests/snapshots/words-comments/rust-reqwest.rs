// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::Result;
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let body = serde_json::json!({"a": 1});
    let response = Client::new()
        .post("https://api.example.com/notes")
        .timeout(Duration::from_secs(30))
        .json(&body)
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    println!("{}", result["ok"]);
    Ok(())
}
