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

    struct Bodies {
        std::shared_ptr<const Body> coarse, full;  // nothing until they are there
    };
    // Those that are there by now. To ask for another's lets go of the last ones.
    Bodies bodies(const Physique& physique);

private:
    void stop();
    std::shared_ptr<const Table> table_;
    std::filesystem::path cache_;
    std::function<void()> made_;
    std::optional<Physique> of_;
    std::mutex mutex_;
    Bodies there_;  // guarded by the mutex
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace palpera::body
