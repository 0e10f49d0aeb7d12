// Log in with a form
// Run: ACCOUNT_PASSWORD=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout login-form.js

import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.ACCOUNT_PASSWORD) throw new Error("ACCOUNT_PASSWORD is not set");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://accounts.example.com/login";
  const payload = `username=ada%40example.com&password=${encodeURIComponent(__ENV.ACCOUNT_PASSWORD)}&scope=profile&scope=orders&device=`;
  const params = {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    redirects: 0,
    timeout: "30s",
  };
  const response = http.post(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(response.json().session.id);
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
