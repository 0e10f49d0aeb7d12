// Replace an avatar
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: FILES_API_KEY=... cargo run --quiet

use std::env;
use std::fs::File;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let files_api_key = env::var("FILES_API_KEY").context("FILES_API_KEY is not set")?;

    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let response = client
        .put("https://files.example.org/avatars/ada")
        .timeout(Duration::from_secs(30))
        .header("X-Api-Key", &files_api_key)
        .header("Content-Type", "image/png")
        .body(File::open("avatar.png")?)
        .send()?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer} {location:?}");
    let result: Value = serde_json::from_str(&answer)?;
    println!("{}", result["bytes"]);
    Ok(())
}
