// Log in with a form
// Run: ACCOUNT_PASSWORD=... node login-form.mjs

if (!process.env.ACCOUNT_PASSWORD) {
  console.error("ACCOUNT_PASSWORD is not set.");
  process.exit(1);
}

const url = "https://accounts.example.com/login";
const response = await fetch(url, {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams([
    ["username", "ada@example.com"],
    ["password", process.env.ACCOUNT_PASSWORD],
    ["scope", "profile"],
    ["scope", "orders"],
    ["device", ""],
  ]),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(answer.session.id);
