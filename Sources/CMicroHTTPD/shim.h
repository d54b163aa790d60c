#pragma once

#include <microhttpd.h>
#include <sys/socket.h>

// Swift cannot call C's variadic functions, which libmicrohttpd has for its options and for what
// it tells of a connection.

/// What a daemon is started with.
struct hub_mhd_settings {
  /// Handed to every callback but that of header fields.
  void *context;
  /// Told when a connection opens and closes.
  MHD_NotifyConnectionCallback connection_changed;
  /// Told the target of a request as it was sent, before anything is decoded.
  void *(*target_read)(void *context, const char *target, struct MHD_Connection *connection);
  /// Called for the head, for each piece of the body, and at the end of the request.
  MHD_AccessHandlerCallback handle;
  /// Told when a request is over, however it ended.
  MHD_RequestCompletedCallback completed;
  /// Takes the place of the decoding of targets: ours is left as it was sent.
  size_t (*unescape)(void *context, struct MHD_Connection *connection, char *text);
  unsigned int threads;
  unsigned int connections;
  unsigned int idle_seconds;
  /// What one connection may use for the head of a request and that of its answer.
  size_t connection_memory;
  /// Certificate chain and key in PEM, or null.
  const char *certificate;
  const char *key;
};

/// Starts epoll threads that answer on connections which are added.
/// Returns null where libmicrohttpd cannot: then the certificate and the key do not fit.
static inline struct MHD_Daemon *hub_mhd_start(const struct hub_mhd_settings *s) {
  // Suspending lets an answer wait for its next piece without holding a thread.
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC
                       | MHD_USE_NO_LISTEN_SOCKET;
  struct MHD_OptionItem pool[] = {{MHD_OPTION_THREAD_POOL_SIZE, s->threads, 0},
                                  {MHD_OPTION_END, 0, 0}};
  // A pool of one is no pool: libmicrohttpd wants at least two.
  if (s->threads < 2) pool[0].option = MHD_OPTION_END;
  struct MHD_OptionItem tls[] = {
      {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)s->certificate},
      {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)s->key},
      // Without RSA's key exchange: whoever has the key later could read what was recorded now.
      {MHD_OPTION_HTTPS_PRIORITIES, 0,
       (void *)"NORMAL:%SERVER_PRECEDENCE:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA"},
      {MHD_OPTION_END, 0, 0}};
  if (s->certificate) flags |= MHD_USE_TLS;
  else tls[0].option = MHD_OPTION_END;
  return MHD_start_daemon(
      flags, 0, 0, 0, s->handle, s->context,
      MHD_OPTION_NOTIFY_CONNECTION, s->connection_changed, s->context,
      MHD_OPTION_URI_LOG_CALLBACK, s->target_read, s->context,
      MHD_OPTION_NOTIFY_COMPLETED, s->completed, s->context,
      MHD_OPTION_UNESCAPE_CALLBACK, s->unescape, s->context,
      MHD_OPTION_CONNECTION_LIMIT, s->connections,
      MHD_OPTION_CONNECTION_TIMEOUT, s->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->connection_memory,
      MHD_OPTION_ARRAY, pool,
      MHD_OPTION_ARRAY, tls,
      MHD_OPTION_END);
}

/// The socket of a connection, or -1.
static inline int hub_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/// What `connection_changed` left with a connection.
static inline void *hub_mhd_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : 0;
}

/// The address of the other end, or null.
static inline const struct sockaddr *hub_mhd_address(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : 0;
}

/// How many bytes the head of a request had.
static inline size_t hub_mhd_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

static inline ssize_t hub_mhd_read_nothing(void *context, uint64_t position, char *buffer,
                                           size_t size) {
  (void)context, (void)position, (void)buffer, (void)size;
  return MHD_CONTENT_READER_END_OF_STREAM;
}

/// The answer to HEAD where the length of the body is not known. After the head of an answer in
/// chunks libmicrohttpd 0.9.75 writes the end of the body that there is not, and the other end
/// takes it for the beginning of the next answer: hence one without chunks, which closes the
/// connection.
static inline struct MHD_Response *hub_mhd_unmeasured_head(void) {
  struct MHD_Response *response = MHD_create_response_from_callback(
      MHD_SIZE_UNKNOWN, 1024, hub_mhd_read_nothing, 0, 0);
  if (response)
    MHD_set_response_options(response, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT, MHD_RO_END);
  return response;
}

/// The head of an answer of so many bytes, which a HEAD does not read.
static inline struct MHD_Response *hub_mhd_measured_head(uint64_t size) {
  return MHD_create_response_from_callback(size, 1024, hub_mhd_read_nothing, 0, 0);
}

/// The status of the answer that was begun, libmicrohttpd's own answers included; 0 where none was.
static inline unsigned int hub_mhd_status(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
  return info ? info->http_status : 0;
}
