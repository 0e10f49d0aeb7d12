# QwQ-32B chat completion
# Install: cpan Mojo::UserAgent IO::Socket::SSL
# Run: MKEAI_API_KEY=... perl qwq-32b.pl
use strict;
use warnings;
use utf8;
use JSON::PP ();
use Mojo::UserAgent;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

my $response = Mojo::UserAgent->new(inactivity_timeout => 120)->post(
    'https://api.mkeai.com/v1/chat/completions',
    {Authorization => "Bearer $ENV{MKEAI_API_KEY}"},
    json => {
        model => 'QwQ-32B',
        messages => [{role => 'user', content => '你好'}],
        stream => JSON::PP::false,
    },
)->result;
die 'HTTP ', $response->code, ': ', $response->headers->location // $response->body, "\n"
    unless $response->is_success;
# Without chunks and a length, it ends where the connection does.
my $content = $response->content;
die "The answer ended unexpectedly.\n"
    unless $content->is_finished || $content->relaxed && !$content->is_chunked;
binmode STDOUT, ':encoding(UTF-8)';
print $response->json->{choices}[0]{message}{content}, "\n";
