// Replace an avatar
// Run: clang -fobjc-arc -framework Foundation put-binary.m -o put-binary &&
// FILES_API_KEY=... ./put-binary

#import <Foundation/Foundation.h>

static void fail(NSString *reason) {
    fprintf(stderr, "%s\n", reason.UTF8String);
    exit(1);
}

static NSData *readFile(NSString *path) {
    NSError *error;
    NSData *data = [NSData dataWithContentsOfFile:path options:0 error:&error];
    if (!data) fail(error.localizedDescription);
    return data;
}

@interface Redirects : NSObject <NSURLSessionTaskDelegate>
@end

@implementation Redirects
- (void)URLSession:(NSURLSession *)session
                          task:(NSURLSessionTask *)task
    willPerformHTTPRedirection:(NSHTTPURLResponse *)response
                    newRequest:(NSURLRequest *)request
             completionHandler:(void (^)(NSURLRequest *))completionHandler {
    completionHandler(nil);
}
@end

int main(void) {
    @autoreleasepool {
        NSString *filesAPIKey = NSProcessInfo.processInfo.environment[@"FILES_API_KEY"];
        if (!filesAPIKey) fail(@"FILES_API_KEY is not set");

        NSData *body = readFile(@"avatar.png");
        NSURL *url = [NSURL URLWithString:@"https://files.example.org/avatars/ada"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"PUT";
        [request setValue:filesAPIKey forHTTPHeaderField:@"X-Api-Key"];
        [request setValue:@"image/png" forHTTPHeaderField:@"Content-Type"];
        request.HTTPBody = body;
        request.timeoutInterval = 30;

        NSURLSession *session =
            [NSURLSession sessionWithConfiguration:NSURLSessionConfiguration.ephemeralSessionConfiguration
                                          delegate:[Redirects new]
                                     delegateQueue:nil];
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
        id value = answer[@"bytes"];
        if (!value) fail(@"the answer lacks it");
        NSData *result = [NSJSONSerialization dataWithJSONObject:value
                                                         options:NSJSONWritingFragmentsAllowed
                                                           error:NULL];
        [NSFileHandle.fileHandleWithStandardOutput writeData:result];
    }
}
