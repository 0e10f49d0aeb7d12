// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout delete-basic.js

import { b64encode } from "k6/encoding";
import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.ADMIN_USER) throw new Error("ADMIN_USER is not set");
if (!__ENV.ADMIN_PASSWORD) throw new Error("ADMIN_PASSWORD is not set");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
  const credentials = b64encode(`${__ENV.ADMIN_USER}:${__ENV.ADMIN_PASSWORD}`);
  const params = {
    headers: { Authorization: `Basic ${credentials}` },
    redirects: 0,
    timeout: "30s",
  };
  const response = http.del(url, null, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  console.log(response.body || "");
}
