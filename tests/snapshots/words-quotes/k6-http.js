// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout words-quotes.js

import exec from "k6/execution";
import http from "k6/http";

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://api.example.com/notes";
  const params = {
    timeout: "30s",
  };
  const response = http.get(url, params);
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
