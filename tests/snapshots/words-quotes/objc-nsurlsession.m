// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: clang -fobjc-arc -framework Foundation words-quotes.m -o words-quotes && ./words-quotes

#import <Foundation/Foundation.h>

static void fail(NSString *reason) {
    fprintf(stderr, "%s\n", reason.UTF8String);
    exit(1);
}

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"https://api.example.com/notes"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.timeoutInterval = 30;

        NSURLSession *session =
            [NSURLSession sessionWithConfiguration:NSURLSessionConfiguration.ephemeralSessionConfiguration];
        dispatch_semaphore_t done = dispatch_semaphore_create(0);
        __block NSData *data;
        __block NSHTTPURLResponse *response;
        NSURLSessionDataTask *task =
            [session dataTaskWithRequest:request
                       completionHandler:^(NSData *received, NSURLResponse *answer, NSError *error) {
                           if (error) fail(error.localizedDescription);
                           data = received;
                           response = (NSHTTPURLResponse *)answer;
                           dispatch_semaphore_signal(done);
                       }];
        [task resume];
        dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
        if (response.statusCode >= 300) {
            NSString *answer = [[NSString alloc] initWithData:data encoding:NSUTF8StringEncoding];
            fail([NSString stringWithFormat:@"HTTP %ld: %@", (long)response.statusCode, answer]);
        }
        NSError *error;
        id answer = [NSJSONSerialization JSONObjectWithData:data
                                                    options:NSJSONReadingFragmentsAllowed
                                                      error:&error];
        if (!answer) fail(error.localizedDescription);
        id value = answer[@"ok"];
        if (!value) fail(@"the answer lacks it");
        NSData *result = [NSJSONSerialization dataWithJSONObject:value
                                                         options:NSJSONWritingFragmentsAllowed
                                                           error:NULL];
        [NSFileHandle.fileHandleWithStandardOutput writeData:result];
    }
}
