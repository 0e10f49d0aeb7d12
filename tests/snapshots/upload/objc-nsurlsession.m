// Upload a photo
// Run: clang -fobjc-arc -framework Foundation upload.m -o upload && PHOTOS_TOKEN=... ./upload

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
        NSString *photosToken = NSProcessInfo.processInfo.environment[@"PHOTOS_TOKEN"];
        if (!photosToken) fail(@"PHOTOS_TOKEN is not set");

        NSString *boundary = NSUUID.UUID.UUIDString;
        NSArray *parts = @[
            @[
                @"Content-Disposition: form-data; name=\"caption\"",
                [@"Sunset at the \"Blue Lagoon\"" dataUsingEncoding:NSUTF8StringEncoding],
            ],
            @[
                @"Content-Disposition: form-data; name=\"visibility\"",
                [@"friends" dataUsingEncoding:NSUTF8StringEncoding],
            ],
            @[
                @"Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
                readFile(@"sunset.jpg"),
            ],
        ];
        NSMutableData *body = [NSMutableData data];
        for (NSArray *part in parts) {
            NSString *open = [NSString stringWithFormat:@"--%@\r\n%@\r\n\r\n", boundary, part[0]];
            [body appendData:[open dataUsingEncoding:NSUTF8StringEncoding]];
            [body appendData:part[1]];
            [body appendBytes:"\r\n" length:2];
        }
        NSString *close = [NSString stringWithFormat:@"--%@--\r\n", boundary];
        [body appendData:[close dataUsingEncoding:NSUTF8StringEncoding]];
        NSURL *url = [NSURL URLWithString:@"https://photos.example.org/albums/summer-2025/photos"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:[NSString stringWithFormat:@"Bearer %@",
            photosToken] forHTTPHeaderField:@"Authorization"];
        [request setValue:[@"multipart/form-data; boundary=" stringByAppendingString:boundary]
            forHTTPHeaderField:@"Content-Type"];
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
        NSString *result = answer[@"url"];
        if (!result) fail(@"the answer lacks it");
        puts(result.UTF8String);
    }
}
