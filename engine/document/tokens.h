#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace palpera::document {

// Where libyaml's scanner sees the signs between values, in bytes of the file.
class Tokens {
public:
    // `bytes` are those of a sound document.
    explicit Tokens(std::string_view bytes);

    // The end of the word that begins there.
    std::size_t end_of_word(std::size_t begin) const;
    // The end of the first colon after a key that ends there.
    std::size_t end_of_colon(std::size_t after) const;
    // The dash before the item of a block list that begins there, the end of the sign and not of the space after it.
    std::size_t dash(std::size_t before_item) const;

private:
    struct Token {
        std::size_t begin, end;
    };
    std::vector<Token> words_, colons_, dashes_;
};

}  // namespace palpera::document
