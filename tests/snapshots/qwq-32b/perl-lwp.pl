# QwQ-32B chat completion
# Install: cpan LWP::UserAgent LWP::Protocol::https
# Run: MKEAI_API_KEY=... perl qwq-32b.pl
use strict;
use warnings;
use utf8;
use JSON::PP;
use LWP::UserAgent;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

my $response = LWP::UserAgent->new(timeout => 120)->post(
    'https://api.mkeai.com/v1/chat/completions',
    Authorization => "Bearer $ENV{MKEAI_API_KEY}",
    'Content-Type' => 'application/json',
    Content => encode_json({
        model => 'QwQ-32B',
        messages => [{role => 'user', content => '你好'}],
        stream => JSON::PP::false,
    }),
);
my $reason = $response->header('X-Died') // $response->header('Location') // $response->content;
die $response->status_line, ": $reason\n"
    if $response->header('X-Died') || !$response->is_success;
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->content)->{choices}[0]{message}{content}, "\n";
