// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::Result;
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let response =
        Client::new().get("https://api.example.com/notes").timeout(Duration::from_secs(30)).send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    println!("{}", result["ok"]);
    Ok(())
}
