#pragma once

#include <functional>
#include <mutex>
#include <thread>

#include "engine/body/body.h"

namespace palpera::body {

// Makes the body of whoever is met, in a thread of its own: first the coarse one, then the full one.
class Maker {
public:
    // `made` is called from that thread when a body is there.
    Maker(std::shared_ptr<const Table> table, std::filesystem::path cache, std::function<void()> made);
    ~Maker();
    Maker(const Maker&) = delete;
    Maker& operator=(const Maker&) = delete;

    // The best body of them that is there by now; nothing at first. To ask for another lets go of the last one.
    std::shared_ptr<const Body> body(const Physique& physique);

private:
    void stop();
    std::shared_ptr<const Table> table_;
    std::filesystem::path cache_;
    std::function<void()> made_;
    std::optional<Physique> of_;
    std::mutex mutex_;
    std::shared_ptr<const Body> best_;  // guarded by the mutex
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace palpera::body
