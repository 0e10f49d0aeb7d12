<?php

// Log in with a form
// Run: ACCOUNT_PASSWORD=... php login-form.php

$accountPassword = getenv('ACCOUNT_PASSWORD')
    ?: fwrite(STDERR, "ACCOUNT_PASSWORD is not set\n") && exit(1);

$curl = curl_init('https://accounts.example.com/login');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => preg_replace('/%5B\d+%5D=/', '=', http_build_query([
        'username' => 'ada@example.com',
        'password' => $accountPassword,
        'scope' => ['profile', 'orders'],
        'device' => '',
    ])),
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
echo json_decode($answer)->session->id, "\n";
