#include "base/file_system.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace forme {

namespace {

namespace fs = std::filesystem;

Diagnostic failure(Cause cause, const std::string& path, std::string message) {
  return {Severity::Error, {path, 0, 0}, std::move(message), {}, cause};
}

Diagnostic failure_of_errno(const char* what, const std::string& path, int code) {
  const bool missing = code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG;
  return failure(missing ? Cause::Input : Cause::Surroundings, path,
                 fmt::format("{}: {}", what, std::generic_category().message(code)));
}

// What fails while writing is never the input's fault.
Diagnostic output_failure(const char* what, const std::string& path, int code) {
  Diagnostic d = failure_of_errno(what, path, code);
  d.cause = Cause::Surroundings;
  return d;
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool open() const { return fd_ >= 0; }
  int get() const { return fd_; }
  // Some file systems report a failed write only here.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

Descriptor open_file(const std::string& path, int flags) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  } while (fd < 0 && errno == EINTR);
  return Descriptor(fd);
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Removes the lock's file while it is held, so that nothing is left beside the output.
class FileLock : public FileSystem::Lock {
 public:
  FileLock(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  ~FileLock() override { ::unlink(path_.c_str()); }

 private:
  std::string path_;
  Descriptor file_;
};

bool same_file(int fd, const std::string& path) {
  struct stat held {
  }, named{};
  return ::fstat(fd, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

class DiskFileSystem : public FileSystem {
 public:
  Kind kind(const std::string& path) const override {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return Kind::Missing;
    if (S_ISREG(info.st_mode)) return Kind::File;
    return S_ISDIR(info.st_mode) ? Kind::Folder : Kind::Other;
  }

  bool is_link(const std::string& path) const override {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISLNK(info.st_mode);
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
    if (!file.open()) return failure_of_errno("cannot read", path, errno);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return failure_of_errno("cannot read", path, errno);
    if (!S_ISREG(info.st_mode)) return failure(Cause::Input, path, "this is not a file");
    std::string bytes;
    // One byte more than it should hold shows whether the file has grown.
    const auto size = static_cast<std::uint64_t>(info.st_size);
    bytes.resize(static_cast<std::size_t>(std::min(size, limit)) + 1);
    std::size_t filled = 0;
    while (true) {
      const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return failure_of_errno("cannot read", path, errno);
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
      if (filled > limit) {
        return failure(Cause::Input, path, fmt::format("the file is larger than {} bytes", limit));
      }
      if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
  }

  Result<std::string> canonical(const std::string& path) const override {
    const std::unique_ptr<char, void (*)(void*)> resolved(::realpath(path.c_str(), nullptr),
                                                          &std::free);
    if (!resolved) return failure_of_errno("cannot find", path, errno);
    return std::string(resolved.get());
  }

  Result<std::vector<std::string>> list(const std::string& folder) const override {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      names.push_back(it->path().filename().string());
    }
    if (error) return failure_of_errno("cannot list", folder, error.value());
    std::sort(names.begin(), names.end());
    return names;
  }

  Status write(const std::string& path, std::string_view bytes) override {
    Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.open()) return output_failure("cannot write", path, errno);
    if (!write_all(file.get(), bytes)) return output_failure("cannot write", path, errno);
    if (::fsync(file.get()) != 0) return output_failure("cannot sync", path, errno);
    if (!file.close()) return output_failure("cannot write", path, errno);
    return Done{};
  }

  Status make_folders(const std::string& path) override {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return output_failure("cannot make the folder", path, error.value());
    return Done{};
  }

  Status remove_tree(const std::string& path) override {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) return output_failure("cannot remove", path, error.value());
    return Done{};
  }

  Status link_or_copy(const std::string& from, const std::string& to) override {
    if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return Done{};
    std::error_code error;
    fs::copy(from, to, fs::copy_options::copy_symlinks, error);
    if (error) return output_failure("cannot copy", from, error.value());
    if (kind(to) != Kind::File) return Done{};
    const Descriptor file = open_file(to, O_RDONLY);
    if (!file.open() || ::fsync(file.get()) != 0) return output_failure("cannot sync", to, errno);
    return Done{};
  }

  Status rename(const std::string& from, const std::string& to) override {
    if (::rename(from.c_str(), to.c_str()) == 0) return Done{};
    return output_failure("cannot rename", from, errno);
  }

  Status exchange(const std::string& a, const std::string& b) override {
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return Done{};
    return output_failure("cannot swap folders", a, errno);
  }

  Status sync_folder(const std::string& folder) override {
    const Descriptor file = open_file(folder, O_RDONLY | O_DIRECTORY);
    if (file.open() && ::fsync(file.get()) == 0) return Done{};
    // Some file systems cannot sync a folder and say so; there is no more to be done on them.
    if (file.open() && errno == EINVAL) return Done{};
    return output_failure("cannot sync", folder, errno);
  }

  Result<std::unique_ptr<Lock>> lock(const std::string& path) override {
    // The holder before us removes the file as it lets go: then the one we hold has no name.
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      Descriptor file = open_file(path, O_RDWR | O_CREAT);
      if (!file.open()) return output_failure("cannot open the lock", path, errno);
      if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        if (errno != EWOULDBLOCK) return output_failure("cannot lock", path, errno);
        return failure(Cause::Surroundings, path, "another run is writing here");
      }
      if (!same_file(file.get(), path)) continue;
      return std::unique_ptr<Lock>(std::make_unique<FileLock>(path, std::move(file)));
    }
    return failure(Cause::Surroundings, path, "cannot get hold of the lock");
  }
};

}  // namespace

std::unique_ptr<FileSystem> make_disk_file_system() {
  return std::make_unique<DiskFileSystem>();
}

}  // namespace forme
