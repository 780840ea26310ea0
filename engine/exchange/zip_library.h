#pragma once

#include <zip.h>

#include "engine/base/late_library.h"

namespace palpera::exchange {

// libzip, loaded with the first package: it brings a whole library of ciphers.
class ZipLibrary : public base::LateLibrary {
public:
    ZipLibrary() : LateLibrary(PALPERA_LIBZIP) {}

    PALPERA_LATE(zip_close);
    PALPERA_LATE(zip_discard);
    PALPERA_LATE(zip_error_fini);
    PALPERA_LATE(zip_error_init);
    PALPERA_LATE(zip_error_strerror);
    PALPERA_LATE(zip_fclose);
    PALPERA_LATE(zip_file_add);
    PALPERA_LATE(zip_file_get_external_attributes);
    PALPERA_LATE(zip_file_set_dostime);
    PALPERA_LATE(zip_file_set_external_attributes);
    PALPERA_LATE(zip_fopen_index);
    PALPERA_LATE(zip_fread);
    PALPERA_LATE(zip_get_name);
    PALPERA_LATE(zip_get_num_entries);
    PALPERA_LATE(zip_open_from_source);
    PALPERA_LATE(zip_set_file_compression);
    PALPERA_LATE(zip_source_buffer);
    PALPERA_LATE(zip_source_buffer_create);
    PALPERA_LATE(zip_source_close);
    PALPERA_LATE(zip_source_free);
    PALPERA_LATE(zip_source_keep);
    PALPERA_LATE(zip_source_open);
    PALPERA_LATE(zip_source_read);
    PALPERA_LATE(zip_source_stat);
    PALPERA_LATE(zip_stat_index);
    PALPERA_LATE(zip_stat_init);
    PALPERA_LATE(zip_strerror);
};

// The one of this process.
inline const ZipLibrary& zip() {
    static const ZipLibrary library;
    return library;
}

}  // namespace palpera::exchange
