// Upload a photo
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: PHOTOS_TOKEN=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::multipart::{Form, Part};
use serde_json::Value;

fn main() -> Result<()> {
    let photos_token = env::var("PHOTOS_TOKEN").context("PHOTOS_TOKEN is not set")?;

    let form = Form::new()
        .text("caption", "Sunset at the \"Blue Lagoon\"")
        .text("visibility", "friends")
        .part("photo", Part::file("sunset.jpg")?.mime_str("image/jpeg")?);
    let response = reqwest::blocking::Client::new()
        .post("https://photos.example.org/albums/summer-2025/photos")
        .timeout(Duration::from_secs(30))
        .bearer_auth(&photos_token)
        .multipart(form)
        .send()?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer} {location:?}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["url"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
