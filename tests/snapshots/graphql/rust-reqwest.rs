// Ask a GraphQL API
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: CODE_TOKEN=... cargo run --quiet

use std::env;
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::blocking::Client;
use serde_json::Value;

fn main() -> Result<()> {
    let code_token = env::var("CODE_TOKEN").context("CODE_TOKEN is not set")?;

    let body = serde_json::json!({
        "query": r#"query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
"#,
        "variables": {"owner": "ada", "name": "engine", "count": 2}
    });
    let response = Client::new()
        .post("https://code.example.com/graphql")
        .timeout(Duration::from_secs(30))
        .bearer_auth(&code_token)
        .json(&body)
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    let result: Value = serde_json::from_str(&answer)?;
    println!("{}", result["data"]["repository"]["issues"]["nodes"]);
    Ok(())
}
