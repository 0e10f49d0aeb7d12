# QwQ-32B chat completion
# Install: cpan IO::Socket::SSL
# Run: MKEAI_API_KEY=... perl qwq-32b.pl
use strict;
use warnings;
use utf8;
use HTTP::Tiny;
use JSON::PP;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

my $response = HTTP::Tiny->new(timeout => 120, verify_SSL => 1)->post(
    'https://api.mkeai.com/v1/chat/completions',
    {
        headers => {
            Authorization => "Bearer $ENV{MKEAI_API_KEY}",
            'Content-Type' => 'application/json',
        },
        content => encode_json({
            model => 'QwQ-32B',
            messages => [{role => 'user', content => '你好'}],
            stream => JSON::PP::false,
        }),
    },
);
my $reason = $response->{headers}{location} // $response->{content};
die "$response->{status} $response->{reason}: $reason\n" unless $response->{success};
binmode STDOUT, ':encoding(UTF-8)';
print decode_json($response->{content})->{choices}[0]{message}{content}, "\n";
