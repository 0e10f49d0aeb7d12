<?php

// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... php delete-basic.php

$adminUser = getenv('ADMIN_USER') ?: fwrite(STDERR, "ADMIN_USER is not set\n") && exit(1);
$adminPassword = getenv('ADMIN_PASSWORD')
    ?: fwrite(STDERR, "ADMIN_PASSWORD is not set\n") && exit(1);

$curl = curl_init('https://api.example.net/v2/users/1042/keys/laptop%20%28old%29');
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => 'DELETE',
    CURLOPT_USERPWD => "$adminUser:$adminPassword",
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if (curl_errno($curl) || $status >= 300) {
    $reason = curl_error($curl) ?: curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    fwrite(STDERR, "HTTP $status: $reason\n");
    exit(1);
}
echo $answer, "\n";
