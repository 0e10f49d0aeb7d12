// Look at a download before fetching it
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::Result;
use reqwest::blocking::Client;

fn main() -> Result<()> {
    let response = Client::new()
        .head("https://downloads.example.net/releases/2.10/engine.tar.gz")
        .timeout(Duration::from_secs(30))
        .header("Accept", "application/gzip")
        .send()?;
    let status = response.status();
    anyhow::ensure!(status.is_success(), "HTTP {status}");
    for (name, value) in response.headers() {
        println!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    Ok(())
}
