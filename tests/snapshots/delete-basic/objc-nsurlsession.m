// Delete a user's key
// Run: clang -fobjc-arc -framework Foundation delete-basic.m -o delete-basic &&
// ADMIN_USER=... ADMIN_PASSWORD=... ./delete-basic

#import <Foundation/Foundation.h>

static void fail(NSString *reason) {
    fprintf(stderr, "%s\n", reason.UTF8String);
    exit(1);
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
        NSString *adminUser = NSProcessInfo.processInfo.environment[@"ADMIN_USER"];
        if (!adminUser) fail(@"ADMIN_USER is not set");
        NSString *adminPassword = NSProcessInfo.processInfo.environment[@"ADMIN_PASSWORD"];
        if (!adminPassword) fail(@"ADMIN_PASSWORD is not set");

        NSURL *url = [NSURL URLWithString:@"https://api.example.net/v2/users/1042/keys/laptop%20%28old%29"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"DELETE";
        NSString *account = [NSString stringWithFormat:@"%@:%@", adminUser, adminPassword];
        NSString *credentials = [[account dataUsingEncoding:NSUTF8StringEncoding] base64EncodedStringWithOptions:0];
        [request setValue:[@"Basic " stringByAppendingString:credentials] forHTTPHeaderField:@"Authorization"];
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
        [NSFileHandle.fileHandleWithStandardOutput writeData:data];
    }
}
