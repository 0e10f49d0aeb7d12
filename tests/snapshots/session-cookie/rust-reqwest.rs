// Read a cart with a session cookie
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: SHOP_SESSION=... SHOP_DEVICE=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let shop_session = env::var("SHOP_SESSION").context("SHOP_SESSION is not set")?;
    let shop_device = env::var("SHOP_DEVICE").context("SHOP_DEVICE is not set")?;

    let response = Client::new()
        .get("https://shop.example.com/cart")
        .query(&[("currency", "EUR")])
        .timeout(Duration::from_secs(30))
        .header(
            "Cookie",
            &format!("session={shop_session}; device={shop_device}; prefs=currency=EUR+tax/incl=="),
        )
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["items"][0]["sku"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
