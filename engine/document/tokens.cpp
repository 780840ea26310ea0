#include "engine/document/tokens.h"

#include <yaml.h>

#include <algorithm>
#include <cassert>

#include "engine/document/characters.h"
#include "engine/document/places.h"

namespace palpera::document {

Tokens::Tokens(std::string_view bytes) {
    const std::size_t skipped = byte_order_mark(bytes);
    const Places places(bytes.substr(skipped), skipped);
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(places.bytes().data()),
                                 places.bytes().size());
    const auto byte = [&](const yaml_mark_t& mark) { return places.at(mark.index, mark.line, mark.column).byte; };
    yaml_token_t token;
    for (bool more = true; more && yaml_parser_scan(&parser, &token) != 0;) {
        const Token place{byte(token.start_mark), byte(token.end_mark)};
        if (token.type == YAML_SCALAR_TOKEN) words_.push_back(place);
        if (token.type == YAML_VALUE_TOKEN) colons_.push_back(place);
        if (token.type == YAML_BLOCK_ENTRY_TOKEN) dashes_.push_back(place);
        more = token.type != YAML_STREAM_END_TOKEN && token.type != YAML_NO_TOKEN;
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
}

std::size_t Tokens::end_of_word(std::size_t begin) const {
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const Token& t) { return t.begin == begin; });
    assert(found != words_.end());
    return found->end;
}

std::size_t Tokens::end_of_colon(std::size_t after) const {
    const auto found = std::find_if(colons_.begin(), colons_.end(), [&](const Token& t) { return t.begin >= after; });
    assert(found != colons_.end());
    return found->end;
}

std::size_t Tokens::dash(std::size_t before_item) const {
    const auto found =
        std::find_if(dashes_.rbegin(), dashes_.rend(), [&](const Token& t) { return t.end <= before_item; });
    assert(found != dashes_.rend());
    return found->begin;
}

}  // namespace palpera::document
