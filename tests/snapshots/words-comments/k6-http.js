// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout words-comments.js

import exec from "k6/execution";
import http from "k6/http";

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://api.example.com/notes";
  const payload = JSON.stringify({ a: 1 });
  const params = {
    headers: { "Content-Type": "application/json" },
    timeout: "30s",
  };
  const response = http.post(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(JSON.stringify(response.json().ok));
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
