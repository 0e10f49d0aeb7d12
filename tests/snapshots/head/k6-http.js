// Look at a download before fetching it
// Run: k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout head.js

import exec from "k6/execution";
import http from "k6/http";

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
  const params = {
    headers: { Accept: "application/gzip" },
    timeout: "30s",
  };
  const response = http.head(url, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  for (const [name, value] of Object.entries(response.headers)) {
    console.log(`${name}: ${value}`);
  }
}
