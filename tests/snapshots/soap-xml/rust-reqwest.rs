// Convert a temperature with SOAP
// Install: cargo init && cargo add anyhow serde_json && cargo add reqwest --features blocking,form,json,multipart,query
// Run: cargo run --quiet

use std::time::Duration;

use anyhow::Result;
use reqwest::blocking::Client;

fn main() -> Result<()> {
    let body = r#"<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
"#;
    let response = Client::new()
        .post("https://soap.example.com/temperature.asmx")
        .timeout(Duration::from_secs(30))
        .header("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"")
        .header("Content-Type", "text/xml; charset=utf-8")
        .body(body)
        .send()?;
    let status = response.status();
    let answer = response.text()?;
    anyhow::ensure!(status.is_success(), "HTTP {status}: {answer}");
    println!("{answer}");
    Ok(())
}
