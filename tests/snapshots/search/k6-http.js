// Search a catalogue
// Run: k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout search.js

import exec from "k6/execution";
import http from "k6/http";

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url =
    "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10";
  const params = {
    headers: { "X-Request-Id": "docs-0001" },
    timeout: "30s",
  };
  const response = http.get(url, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(response.json().items[0].title);
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
