// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing
import TestSupport
import Testing

@testable import Distribution

struct FolderStoreTests {
    private func store(_ folder: TemporaryFolder) throws -> FolderStore {
        try FolderStore(folder: folder.path, isRestricted: false)
    }

    @Test func `a folder that is not there is not made, since it may be a share that is not mounted`() {
        #expect(throws: StoreError("the store /nowhere/store is not a folder that is there")) {
            try FolderStore(folder: "/nowhere/store", isRestricted: false)
        }
    }

    @Test func `an object is there with its bytes, and one that is not is nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        #expect(try store.bytes(of: "a/b") == nil)
        try store.put([1, 2, 3], as: "a/b")
        #expect(try store.bytes(of: "a/b") == [1, 2, 3])
        #expect(try folder.names(in: "temporary") == [])
    }

    @Test func `bytes that are not those of their digest are not given out`() throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        let digest = try store.put(blob: [1, 2, 3])
        #expect(try store.blob(digest) == [1, 2, 3])
        try store.put([1, 2], as: ObjectName.blob(digest))
        #expect(throws: StoreError("\(ObjectName.blob(digest)) is damaged in the store")) { try store.blob(digest) }
        let other = String(repeating: "0", count: 64)
        #expect(throws: StoreError("blobs/00/\(other) is not in the store")) { try store.blob(other) }
    }

    @Test func `what is no file is not waited for`() throws {
        let folder = try TemporaryFolder(["a/here": ""])
        let store = try store(folder)
        #expect(mkfifo(folder.path + "/a/pipe", 0o600) == 0)
        for name in ["a/pipe", "a"] {
            let words = "\(folder.path)/\(name) is no file, or larger than one of a workspace may be"
            #expect(throws: StoreError(words)) { try store.bytes(of: name) }
        }
        #expect(truncate(folder.path + "/a/here", 1 << 40) == 0)
        #expect(throws: StoreError.self) { try store.bytes(of: "a/here") }
    }

    @Test func `what a writer left a day ago is removed, and what is new stays`() throws {
        let folder = try TemporaryFolder(["temporary/old.part": "1", "temporary/new.part": "2"])
        var times = [timeval(), timeval()]
        for index in times.indices { times[index].tv_sec = time(nil) - 90_000 }
        #expect(utimes(folder.path + "/temporary/old.part", times) == 0)
        _ = try store(folder)
        #expect(try folder.names(in: "temporary") == ["new.part"])
    }

    @Test func `of many who update an object at once none is lost`() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<10 { try? store.update("views/count") { ($0 ?? []) + [1] } }
                }
            }
        }
        #expect(try store.bytes(of: "views/count")?.count == 80)
    }
}

struct StoreAddressTests {
    @Test(arguments: [
        ("/srv/papers", StoreAddress.Location.folder("/srv/papers")),
        ("file:///srv/papers/", .folder("/srv/papers")),
        ("s3://papers/round", .bucket(url: "https://s3.eu-west-2.amazonaws.com/papers/round")),
        ("https://minio.example:9000/papers", .bucket(url: "https://minio.example:9000/papers")),
        ("http://127.0.0.1:5000/papers", .bucket(url: "http://127.0.0.1:5000/papers")),
        ("https://MinIO.example:443/Papers/", .bucket(url: "https://minio.example/Papers")),
    ])
    func `a store is a folder or a bucket`(text: String, location: StoreAddress.Location) throws {
        #expect(try StoreAddress(text, region: "eu-west-2").location == location)
    }

    @Test(arguments: [
        (
            "http://minio.example/papers",
            "the store http://minio.example/papers is without TLS: write https:// in place of http://"
        ),
        (
            "http://127.minio.example/papers",
            "the store http://127.minio.example/papers is without TLS: write https:// in place of http://"
        ),
        (
            "http://127.0.0.0.1/papers",
            "the store http://127.0.0.0.1/papers is without TLS: write https:// in place of http://"
        ),
        (
            "ftp://a/b",
            "the store ftp://a/b is none: write a folder, s3://BUCKET/PREFIX, or https://HOST/BUCKET/PREFIX"
        ),
        ("https://a/b/../c", "the store https://a/b/../c has an empty part, or one of `.` and `..`"),
        ("https://a/b//c", "the store https://a/b//c has an empty part, or one of `.` and `..`"),
        ("https://a/b?c", "the store https://a/b?c may have letters, digits and the signs - _ . / : alone"),
    ])
    func `what is no store is refused`(text: String, words: String) {
        #expect(throws: PublicationError(.usage, words)) { try StoreAddress(text, region: "eu-west-2") }
    }

    @Test func `the restricted store is in no other, and no other in it`() throws {
        let folder = try TemporaryFolder(["open/a": "", "restricted/a": ""])
        func address(_ text: String) throws -> StoreAddress { try StoreAddress(text, region: "eu-west-2") }
        #expect(try address(folder.path + "/open").isApart(from: address(folder.path + "/restricted")))
        #expect(try !address(folder.path + "/open").isApart(from: address(folder.path + "/open/inner")))
        #expect(try !address("s3://a/b").isApart(from: address("s3://a/b/c")))
        #expect(try address("s3://a/b").isApart(from: address("s3://a/bc")))
        #expect(try !address("https://A.example/p").isApart(from: address("https://a.example:443/p/r")))
    }
}

struct CredentialsTests {
    @Test func `the password is of a file or the environment, and of the file where both are there`() throws {
        let folder = try TemporaryFolder(["password": "of the file\nand more\n", "empty": "\n"])
        let environment = ["CLEARDAYS_BROKER_PASSWORD": "of the environment"]
        #expect(try Credentials.brokerPassword(file: nil, environment: environment) == "of the environment")
        let path = folder.path + "/password"
        #expect(try Credentials.brokerPassword(file: path, environment: environment) == "of the file")
        #expect(throws: PublicationError(.usage, "\(folder.path)/empty has no password in its first line")) {
            try Credentials.brokerPassword(file: folder.path + "/empty", environment: environment)
        }
        #expect(throws: PublicationError.self) { try Credentials.brokerPassword(file: nil, environment: [:]) }
    }

    @Test func `a key of a bucket is read as the AWS command line writes it`() throws {
        let folder = try TemporaryFolder([
            "key": "[default]\naws_access_key_id = AK\naws_secret_access_key=s=e=cret\n", "none": "[default]\n",
        ])
        #expect(
            try Credentials.bucket(file: folder.path + "/key", environment: [:])
                == S3Credentials(identifier: "AK", secret: "s=e=cret")
        )
        #expect(try Credentials.bucket(file: nil, environment: [:]) == nil)
        let environment = ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "b", "AWS_SESSION_TOKEN": "t"]
        #expect(
            try Credentials.bucket(file: nil, environment: environment)
                == S3Credentials(identifier: "AK", secret: "b", sessionToken: "t")
        )
        #expect(throws: PublicationError.self) {
            try Credentials.bucket(file: folder.path + "/none", environment: environment)
        }
    }
}
