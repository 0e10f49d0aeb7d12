// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout qwq-32b.js

import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://api.mkeai.com/v1/chat/completions";
  const payload = JSON.stringify({
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: false,
  });
  const params = {
    headers: {
      Authorization: `Bearer ${__ENV.MKEAI_API_KEY}`,
      "Content-Type": "application/json",
    },
    redirects: 0,
    timeout: "120s",
  };
  const response = http.post(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(response.json().choices[0].message.content);
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
