// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

for (const name of ["ADMIN_USER", "ADMIN_PASSWORD"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

const credentials = Buffer.from(
  `${process.env.ADMIN_USER}:${process.env.ADMIN_PASSWORD}`,
).toString("base64");
const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
const response = await fetch(url, {
  method: "DELETE",
  headers: { Authorization: `Basic ${credentials}` },
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
process.stdout.write(Buffer.from(await response.arrayBuffer()));
