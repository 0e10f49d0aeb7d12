// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... bun delete-basic.ts

if (!process.env.ADMIN_USER) throw new Error("ADMIN_USER is not set");
if (!process.env.ADMIN_PASSWORD) throw new Error("ADMIN_PASSWORD is not set");

const credentials = Buffer.from(
  `${process.env.ADMIN_USER}:${process.env.ADMIN_PASSWORD}`,
).toString("base64");
const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
const response = await fetch(url, {
  method: "DELETE",
  headers: { Authorization: `Basic ${credentials}` },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
console.log(await response.text());
