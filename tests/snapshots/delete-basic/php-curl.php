<?php

// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... php delete-basic.php

ini_set('display_errors', 'stderr');
$adminUser = getenv('ADMIN_USER') ?: throw new RuntimeException('ADMIN_USER is not set');
$adminPassword = getenv('ADMIN_PASSWORD')
    ?: throw new RuntimeException('ADMIN_PASSWORD is not set');

$curl = curl_init('https://api.example.net/v2/users/1042/keys/laptop%20%28old%29');
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => 'DELETE',
    CURLOPT_USERPWD => $adminUser . ':' . $adminPassword,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    $reason = curl_getinfo($curl, CURLINFO_REDIRECT_URL) ?: $answer;
    throw new RuntimeException("HTTP $status: $reason");
}
echo $answer;
