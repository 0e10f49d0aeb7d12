# QwQ-32B chat completion
# Install: cpan Mojo::UserAgent IO::Socket::SSL
# Run: MKEAI_API_KEY=... perl qwq-32b-stream.pl
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8);
use JSON::PP ();
use Mojo::JSON qw(decode_json);
use Mojo::UserAgent;

defined $ENV{MKEAI_API_KEY} or die "MKEAI_API_KEY is not set\n";

my $ua = Mojo::UserAgent->new(inactivity_timeout => 120);
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
# Mojo goes on where a function that it calls has failed: this makes it an error of the answer.
my $listen = sub {
    my $answer = $_[1]->res;
    my $parse = sub {
        eval { $read->($_[1]); 1 } or $answer->error({message => $@});
    };
    my $begin = sub { $_[0]->unsubscribe('read')->on(read => $parse) if $answer->is_success };
    $answer->content->on(body => $begin);
};
$ua->on(start => $listen);
my $response = $ua->post(
    'https://api.mkeai.com/v1/chat/completions',
    {Authorization => "Bearer $ENV{MKEAI_API_KEY}"},
    json => {
        model => 'QwQ-32B',
        messages => [{role => 'user', content => '你好'}],
        stream => JSON::PP::true,
    },
)->result;
my $reason =
    $response->headers->location
    || $response->body
    || "$data$rest";
die 'The stream ended unexpectedly. HTTP ', $response->code, ": $reason\n"
    unless $data eq '[DONE]';
print "\n";
