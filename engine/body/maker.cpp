#include "engine/body/maker.h"

namespace palpera::body {

Maker::Maker(std::shared_ptr<const Table> table, std::filesystem::path cache, std::function<void()> made)
    : table_(std::move(table)), cache_(std::move(cache)), made_(std::move(made)) {}

Maker::~Maker() { stop(); }

void Maker::stop() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    stop_ = false;
}

Maker::Bodies Maker::bodies(const Physique& physique) {
    if (of_ != physique) {
        stop();
        of_ = physique;
        there_ = {};
        thread_ = std::thread([this, physique] {
            for (bool is_full : {false, true}) {
                auto body = cached_body(table_, physique, is_full, cache_, stop_);
                if (!body) return;
                {
                    const std::lock_guard lock(mutex_);
                    (is_full ? there_.full : there_.coarse) = std::move(body);
                }
                if (made_) made_();
            }
        });
    }
    const std::lock_guard lock(mutex_);
    return there_;
}

}  // namespace palpera::body
