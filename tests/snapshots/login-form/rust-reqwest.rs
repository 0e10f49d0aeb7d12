// Log in with a form
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: ACCOUNT_PASSWORD=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let account_password = env::var("ACCOUNT_PASSWORD").context("ACCOUNT_PASSWORD is not set")?;

    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let response = client
        .post("https://accounts.example.com/login")
        .timeout(Duration::from_secs(30))
        .form(&[
            ("username", "ada@example.com"),
            ("password", account_password.as_str()),
            ("scope", "profile"),
            ("scope", "orders"),
            ("device", ""),
        ])
        .send()?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer} {location:?}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["session"]["id"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
