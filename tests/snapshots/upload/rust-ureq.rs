// Upload a photo
// Install: cargo init && cargo add anyhow serde_json && cargo add ureq --features charset,json,multipart,platform-verifier
// Run: PHOTOS_TOKEN=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::multipart::{Form, Part};

fn main() -> Result<()> {
    let photos_token = env::var("PHOTOS_TOKEN").context("PHOTOS_TOKEN is not set")?;

    let form = Form::new()
        .text("caption", "Sunset at the \"Blue Lagoon\"")
        .text("visibility", "friends")
        .part("photo", Part::file("sunset.jpg")?.mime_str("image/jpeg")?);
    let mut response = ureq::post("https://photos.example.org/albums/summer-2025/photos")
        .config()
        .timeout_global(Some(Duration::from_secs(30)))
        .http_status_as_error(false)
        .max_redirects(0)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build()
        .header("Authorization", &format!("Bearer {photos_token}"))
        .send(form)?;
    let status = response.status();
    let location = response.headers().get("Location").cloned();
    let answer = response.body_mut().read_to_string()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer} {location:?}");
    let result: Value = serde_json::from_str(&answer)?;
    let text = result["url"].as_str().context(answer)?;
    println!("{text}");
    Ok(())
}
