// Replace an avatar
// Run: FILES_API_KEY=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout put-binary.js

import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.FILES_API_KEY) throw new Error("FILES_API_KEY is not set");

const payload = open("avatar.png", "b");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://files.example.org/avatars/ada";
  const params = {
    headers: { "X-Api-Key": __ENV.FILES_API_KEY, "Content-Type": "image/png" },
    redirects: 0,
    timeout: "30s",
  };
  const response = http.put(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(JSON.stringify(response.json().bytes));
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
