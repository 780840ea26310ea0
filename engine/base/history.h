#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace palpera::base {

// A list that only grows and whose copies share what they have in common: a copy costs the same however long the list
// is, and nothing in it ever moves. Copies may be added to by different threads.
template <class T>
class History {
    static_assert(std::is_nothrow_move_constructible_v<T>);

public:
    class Iterator;
    using value_type = T;
    using const_iterator = Iterator;

    History() = default;
    History(const History&) = default;
    History& operator=(const History&) = default;
    History(History&& other) noexcept : last_(std::move(other.last_)), size_(std::exchange(other.size_, 0)) {}
    History& operator=(History&& other) noexcept {
        last_ = std::move(other.last_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T& operator[](std::size_t index) const { return chunk_of(index)->item(index); }
    const T& at(std::size_t index) const {
        if (index >= size_) throw std::out_of_range("a history has no such item");
        return (*this)[index];
    }
    const T& back() const { return last_->item(size_ - 1); }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size_}; }
    std::reverse_iterator<Iterator> rbegin() const { return std::reverse_iterator<Iterator>(end()); }
    std::reverse_iterator<Iterator> rend() const { return std::reverse_iterator<Iterator>(begin()); }

    void push_back(T value) {
        const bool full = last_ && size_ - last_->first == last_->room;
        // Where another copy has gone on from here already, this one goes on elsewhere.
        if (!last_ || full || !last_->claim(size_)) {
            const std::size_t room = full ? std::clamp(size_, least_room, most_room) : least_room;
            last_ = std::make_shared<Chunk>(std::move(last_), size_, room);
            last_->claim(size_);
        }
        std::construct_at(last_->place(size_), std::move(value));
        ++size_;
    }

    friend bool operator==(const History& a, const History& b) {
        return a.size_ == b.size_ && std::equal(a.begin(), a.end(), b.begin());
    }

private:
    static constexpr std::size_t least_room = 4, most_room = 64;

    struct Chunk {
        Chunk(std::shared_ptr<Chunk> chunk_before, std::size_t first_index, std::size_t items)
            : before(std::move(chunk_before)), first(first_index), room(items), storage(Memory().allocate(items)) {}
        ~Chunk() {
            std::destroy_n(storage, used.load());
            Memory().deallocate(storage, room);
        }
        Chunk(const Chunk&) = delete;
        Chunk& operator=(const Chunk&) = delete;

        T* place(std::size_t index) const { return storage + (index - first); }
        const T& item(std::size_t index) const { return *place(index); }
        bool claim(std::size_t index) {
            std::size_t expected = index - first;
            return used.compare_exchange_strong(expected, expected + 1);
        }

        using Memory = std::allocator<T>;
        const std::shared_ptr<Chunk> before;
        const std::size_t first, room;      // index of its first item in the list, how many it can hold
        std::atomic<std::size_t> used = 0;  // items made so far, by whichever copy
        T* const storage;
    };

    const Chunk* chunk_of(std::size_t index) const {
        const Chunk* chunk = last_.get();
        while (chunk->first > index) chunk = chunk->before.get();
        return chunk;
    }

    std::shared_ptr<Chunk> last_;
    std::size_t size_ = 0;
};

template <class T>
class History<T>::Iterator {
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const History& list, std::size_t index) : list_(&list), index_(index) {}
    const T& operator*() const { return (*list_)[index_]; }
    const T* operator->() const { return &(*list_)[index_]; }
    Iterator& operator++() {
        ++index_;
        return *this;
    }
    Iterator operator++(int) { return std::exchange(*this, Iterator(*list_, index_ + 1)); }
    Iterator& operator--() {
        --index_;
        return *this;
    }
    Iterator operator--(int) { return std::exchange(*this, Iterator(*list_, index_ - 1)); }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

private:
    const History* list_ = nullptr;
    std::size_t index_ = 0;
};

// A list whose copies are one until one of them is changed.
template <class T>
class SharedVector {
public:
    using value_type = T;
    using const_iterator = typename std::vector<T>::const_iterator;

    const std::vector<T>& all() const {
        static const std::vector<T> none;
        return items_ ? *items_ : none;
    }
    std::size_t size() const { return all().size(); }
    bool empty() const { return all().empty(); }
    const T& operator[](std::size_t index) const { return all()[index]; }
    const T& at(std::size_t index) const { return all().at(index); }
    const_iterator begin() const { return all().begin(); }
    const_iterator end() const { return all().end(); }

    // To be changed: by then this copy has its own.
    std::vector<T>& edit() {
        if (!items_ || items_.use_count() != 1) items_ = std::make_shared<std::vector<T>>(all());
        return *items_;
    }

private:
    std::shared_ptr<std::vector<T>> items_;
};

}  // namespace palpera::base
