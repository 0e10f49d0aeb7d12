# QwQ-32B chat completion
# Install: cpan LWP::UserAgent LWP::Protocol::https
# Run: MKEAI_API_KEY=... perl qwq-32b-stream.pl
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8);
use JSON::PP;
use LWP::UserAgent;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

STDOUT->autoflush(1);
my ($rest, $data) = ('', '');
my $read = sub {
    $rest .= $_[0];
    while ($rest =~ s/^\s*data: ?(.*?)\r?\n//m) {
        $data = $1;
        last if $data eq '[DONE]';
        my $event = decode_json($data);
        print STDERR encode_utf8($event->{choices}[0]{delta}{reasoning_content} // '');
        print encode_utf8($event->{choices}[0]{delta}{content} // '');
    }
};
my $response = LWP::UserAgent->new(timeout => 120)->post(
    'https://api.mkeai.com/v1/chat/completions',
    Authorization => "Bearer $ENV{MKEAI_API_KEY}",
    'Content-Type' => 'application/json',
    Content => encode_json({
        model => 'QwQ-32B',
        messages => [{role => 'user', content => '你好'}],
        stream => JSON::PP::true,
    }),
    ':content_cb' => $read,
);
my $reason =
    $response->header('X-Died')
    || $response->header('Location')
    || $response->content
    || "$data$rest";
die 'The stream ended unexpectedly. ', $response->status_line, ": $reason\n"
    unless $data eq '[DONE]';
print "\n";
