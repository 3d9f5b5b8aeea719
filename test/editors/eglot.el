;; twir for the files of the newsletter. -*- lexical-binding: t -*-
(require 'eglot)
(require 'markdown-mode)

(add-to-list 'auto-mode-alist '("/DRAFT_TEMPLATE\\'" . markdown-mode))
(add-to-list 'eglot-server-programs '(markdown-mode . ("twir" "server" "--stdio")))

(add-hook 'markdown-mode-hook
          (lambda ()
            (when (string-match-p "-this-week-in-rust\\.md\\'\\|/DRAFT_TEMPLATE\\'" (or buffer-file-name ""))
              (eglot-ensure))))
