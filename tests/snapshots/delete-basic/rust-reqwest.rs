// Delete a user's key
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: ADMIN_USER=... ADMIN_PASSWORD=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;

fn main() -> Result<()> {
    let admin_user = env::var("ADMIN_USER").context("ADMIN_USER is not set")?;
    let admin_password = env::var("ADMIN_PASSWORD").context("ADMIN_PASSWORD is not set")?;

    let response = Client::new()
        .delete("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29")
        .timeout(Duration::from_secs(30))
        .basic_auth(&admin_user, Some(&admin_password))
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    println!("{answer}");
    Ok(())
}
