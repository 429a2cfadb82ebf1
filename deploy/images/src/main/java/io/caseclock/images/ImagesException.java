package io.caseclock.images;

/**
 * Why an image or a bundle cannot be made or read; the message is for the person at the command.
 */
public final class ImagesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImagesException(String message) {
    super(message);
  }

  public ImagesException(String message, Throwable cause) {
    super(message, cause);
  }
}
